/** The head of a picture is all that the emulator looks at; `extraBytes` make the file longer. */
export function png(width: number, height: number, extraBytes = 0): Buffer {
  const head = Buffer.alloc(33 + extraBytes);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

export function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 13);
  frame.writeUInt16BE(width, 15);
  return Buffer.concat([frame, Buffer.from([0xff, 0xd9])]);
}

/** Of 7 × 5 pixels. WebP stores its size in three ways. */
export const otherPictures: Readonly<Record<string, Buffer>> = {
  GIF: Buffer.from('GIF89a\x07\x00\x05\x00', 'latin1'),
  BMP: bmp(),
  'WebP, lossy': webp('VP8 ', (bytes) => {
    bytes.writeUInt16LE(7, 26);
    bytes.writeUInt16LE(5, 28);
  }),
  'WebP, lossless': webp('VP8L', (bytes) => bytes.writeUInt32LE((7 - 1) | ((5 - 1) << 14), 21)),
  'WebP, extended': webp('VP8X', (bytes) => {
    bytes.writeUIntLE(7 - 1, 24, 3);
    bytes.writeUIntLE(5 - 1, 27, 3);
  }),
};

/** Stored from the top down, which its height tells by its sign. */
function bmp(): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.write('BM');
  bytes.writeInt32LE(7, 18);
  bytes.writeInt32LE(-5, 22);
  return bytes;
}

function webp(chunk: string, writeSize: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF');
  bytes.write(`WEBP${chunk}`, 8);
  writeSize(bytes);
  return bytes;
}
