/**
 * Loads the page again after a while, and only once the server has answered: with the network gone, what somebody
 * holds in a session stays on their screen, with the numbers to call. Without this script a browser loads it anyway.
 */
const box = document.querySelector<HTMLElement>('[data-again]')

if (box) {
  const { again = '30', at = location.href } = box.dataset
  const waitMs = Number(again) * 1000

  // What somebody is writing would be gone.
  const isWriting = () =>
    [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'main input:not([type=hidden]), textarea',
      ),
    ].some((field) => field === document.activeElement || field.value !== field.defaultValue)

  const look = async () => {
    if (isWriting()) return void setTimeout(look, waitMs)
    const isThere = await fetch('/readyz', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) location.replace(at)
    else tell()
  }
  const tell = () => {
    box.hidden = false
    setTimeout(look, waitMs)
  }
  setTimeout(look, waitMs)

  document.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    box.hidden = false
    box.scrollIntoView({ block: 'start' })
  })
}
