import { find } from '../element.js';

/** What Telegram's apps send as a photo; everything else goes as a file. */
const photos = new Set(['image/jpeg', 'image/png', 'image/webp']);
const longestBytes = 20_000_000;

/** Sends a file that the person chooses, or pastes, with what stands in the text field as its caption. */
export function attachment({ send, caption, complain }) {
  const chooser = find('.composer .file');
  find('.attach').onclick = () => chooser.click();
  chooser.onchange = () => void give(chooser.files[0]).then(() => (chooser.value = ''));
  find('.composer').onpaste = (event) => {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    void give(file);
  };

  async function give(file) {
    if (!file) return;
    if (file.size === 0) return complain('That file is empty');
    if (file.size > longestBytes) return complain('That is more than 20 MB');
    const base64 = await base64Of(file);
    const words = caption();
    const what = photos.has(file.type)
      ? { photo: { base64 } }
      : { document: { name: file.name, base64, ...(file.type && { media_type: file.type }) } };
    await send({ ...what, ...(words && { caption: words }) });
  }
}

const base64Of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    // A data URL: what follows the comma is base64.
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
