export interface PictureHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * What a file is by its own first bytes, whatever its sender called it; undefined where it is nothing that can be
 * drawn here.
 */
export function readPictureHeader(file: Uint8Array): PictureHeader | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    return readPng(view) ?? readGif(view) ?? readJpeg(view);
  } catch (error) {
    // It ends before its header does.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readPng(view: DataView): PictureHeader | undefined {
  const isPng = view.getUint32(0) === 0x89_50_4e_47 && view.getUint32(4) === 0x0d_0a_1a_0a;
  if (!isPng || view.getUint32(12) !== 0x49_48_44_52) return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): PictureHeader | undefined {
  const version = view.getUint16(4);
  const isGif = view.getUint32(0) === 0x47_49_46_38 && (version === 0x37_61 || version === 0x39_61);
  if (!isGif) return undefined;
  // A frame may claim to be larger than the screen that it is for: the larger one counts.
  const frame = findFrame(view);
  const width = Math.max(view.getUint16(6, true), view.getUint16(frame + 5, true));
  return {
    type: 'image/gif',
    width,
    height: Math.max(view.getUint16(8, true), view.getUint16(frame + 7, true)),
  };
}

/** Where the first frame of a GIF is described. Throws a `RangeError` where there is none. */
function findFrame(view: DataView): number {
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) > 0) at += view.getUint8(at) + 1;
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) throw new RangeError('There is no frame.');
  return at;
}

/** Segments follow each other until one tells the size; tables of Huffman codes and the like are numbered among them. */
function readJpeg(view: DataView): PictureHeader | undefined {
  if (view.getUint16(0) !== 0xff_d8) return undefined;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Some writers fill up with bytes that mean nothing.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
