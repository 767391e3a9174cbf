/** The pause between a change and the possibility to approve it, and the window's own hash of what it shows. */
import { useEffect, useState } from 'react'

/** How long after a change approving stays inert: long enough to see that something changed. */
const PAUSE_MS = 700

/** False for a moment after `what` has changed, and at first. */
export const useArmed = (what: string): boolean => {
  const [armed, setArmed] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => { setArmed(what) }, PAUSE_MS)
    return () => { clearTimeout(timer) }
  }, [what])
  return armed === what
}

/** SHA-256 of the text in UTF-8, lower-case hex, computed here; null until it is known. */
export const useDigest = (text: string): string | null => {
  const [digest, setDigest] = useState<{ readonly of: string; readonly hex: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)).then((bytes) => {
      if (isCurrent) setDigest({ of: text, hex: Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('') })
    })
    return () => { isCurrent = false }
  }, [text])
  return digest?.of === text ? digest.hex : null
}
