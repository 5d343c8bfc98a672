export type ImageSize = { width: number; height: number; mediaType: string };

/** Width and height from the head of a PNG, JPEG, GIF, WebP or BMP; undefined for everything else. */
export function imageSize(bytes: Buffer): ImageSize | undefined {
  const size = pngSize(bytes) ?? gifSize(bytes) ?? jpegSize(bytes) ?? webpSize(bytes) ?? bmpSize(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function pngSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG' || bytes[0] !== 0x89) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), mediaType: 'image/png' };
}

function gifSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined;
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), mediaType: 'image/gif' };
}

/** Walks the segments up to the frame header, which holds the size. */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), mediaType: 'image/jpeg' };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The size stands in another place in each of the three kinds; two of them store it less one. */
function webpSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  const mediaType = 'image/webp';
  const kind = bytes.toString('latin1', 8, 16);
  if (kind === 'WEBPVP8 ') {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, mediaType };
  }
  if (kind === 'WEBPVP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, mediaType };
  if (kind !== 'WEBPVP8L') return undefined;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, mediaType };
}

/** A negative height is of a picture that is stored from the top down. */
function bmpSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 26 || bytes.toString('latin1', 0, 2) !== 'BM') return undefined;
  return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)), mediaType: 'image/bmp' };
}
