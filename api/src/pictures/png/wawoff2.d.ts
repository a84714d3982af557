declare module 'wawoff2/decompress.js' {
  /** A WOFF2 file as the TrueType or OpenType file it was made of. */
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
