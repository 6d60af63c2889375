import './profile-line.css'
import { profileTexts as texts } from '../messages/profiles.ts'
import { addresses } from '../core/course/address.ts'
import { base } from '../stores/app.ts'
import { profiles } from '../stores/copies.ts'

/** Says in the footer whose record the page belongs to; loaded only where several people learn in one browser. */
const { $profiles, current, leaveWhenRemoved } = profiles
leaveWhenRemoved()

const line = document.createElement('a')
line.className = 'profile-line'
line.href = `${addresses(base).progress}#people`
document.querySelector('.site-footer > span')?.after(line)
$profiles.subscribe((all) => {
  line.hidden = all.length < 2
  line.textContent = texts.line(all.find(({ id }) => id === current)?.name || texts.first)
})
