import { encode } from 'uqr'

/** Modules of white around the drawing, without which readers do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** A QR code of `text` at level L: rows of modules, true for black, with the white around it. */
export const qrCode = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'L', border: QUIET_ZONE }).data
