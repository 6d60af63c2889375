import { dropFragment, watchFragment } from '../browser/arrived-link.ts'
import { copyText } from '../browser/clipboard.ts'
import { canCompress, deflate, inflate } from '../browser/compression.ts'
import { FRAGMENT } from '../core/record/transfer.ts'
import { base, courseId, now, record } from './app.ts'
import { backup } from './copies.ts'
import { createTransferStore, receiveLinks, type TransferStore } from './transfer.ts'

/** The part of the composition root that joins links to the record. Loaded with `links()`, in the browser only. */

/** The record as a link for another device. */
export const transfer: TransferStore = createTransferStore({
  record,
  backup,
  course: courseId(),
  now,
  start: new URL(`${base}progress/${FRAGMENT}`, location.href).href,
  able: canCompress,
  deflate,
  drawCode: async (text) => (await import('../browser/qr-code.ts')).qrCode(text),
  copyText,
})

let receiving = false

/** Shows records that come with the page's address, now and later; again has no effect. */
export const receive = (): void => {
  if (receiving) return
  receiving = true
  receiveLinks({ backup, course: courseId(), inflate, watch: (listener) => watchFragment(FRAGMENT, listener), drop: dropFragment })
}
