/**
 * The name that the server gives a file that was uploaded under another: characters that some file systems refuse
 * become spaces, and long names are cut (source: td's clean_filename). A name of which nothing is left is "file".
 */
export function cleanFileName(name: string): string {
  const plain = name.slice(name.lastIndexOf('/') + 1);
  const dot = plain.lastIndexOf('.');
  const stem = cleanPart(dot < 0 ? plain : plain.slice(0, dot), stemLength);
  const extension = dot < 0 ? '' : cleanPart(plain.slice(dot + 1), extensionLength);
  const parts = [stem, extension].filter((part) => part !== '');
  return parts.length === 0 ? 'file' : parts.join('.');
}

/** In lower case and without the dot; '' where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

const stemLength = 64;
const extensionLength = 16;

function cleanPart(part: string, length: number): string {
  const spaced = part.replaceAll(/[<>:"/\\|?*&`']|[^ -~\p{L}\p{N}]/gu, ' ').replace(/^[ .]+/, '');
  return Array.from(spaced)
    .slice(0, length)
    .join('')
    .replace(/[ .]+$/, '');
}
