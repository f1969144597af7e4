import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'
import { spoken } from './spoken'

/** A sentence and the language it is in. */
export interface Said {
  text: string
  language: string
}

const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

/** A voice on the device itself: one of the browser's maker would send the words away. */
const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find((voice) => voice.localService && base(voice.lang) === base(language))

/** Reads aloud with the voices of the device. It is not there where the device has no voice for the language. */
export function Listen({ language, said }: { language: string; said: readonly Said[] }) {
  const [able, setAble] = useState(false)
  const [speaking, setSpeaking] = useState(false)

  useEffect(() => {
    if (!('speechSynthesis' in globalThis)) return
    const look = () => setAble(voiceFor(language) !== undefined)
    look()
    // Browsers name their voices only some time after they were asked.
    speechSynthesis.addEventListener?.('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener?.('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [language])

  if (!able) return null
  const speak = () => {
    speechSynthesis.cancel()
    if (speaking) {
      setSpeaking(false)
      return
    }
    const parts = said.filter(({ text }) => text.trim() !== '')
    for (const [at, { text, language: tag }] of parts.entries()) {
      const voice = voiceFor(tag) ?? voiceFor(language)
      const words = new SpeechSynthesisUtterance(spoken(text))
      words.lang = voice?.lang ?? tag
      words.voice = voice ?? null
      words.addEventListener('error', () => setSpeaking(false))
      if (at === parts.length - 1) words.addEventListener('end', () => setSpeaking(false))
      speechSynthesis.speak(words)
    }
    setSpeaking(parts.length > 0)
  }
  return (
    <Button kind="second" aria-pressed={speaking} onClick={speak}>
      <Icon name={speaking ? 'stop' : 'listen'} />
      <span>{speaking ? <Trans>Parar</Trans> : <Trans>Ouvir</Trans>}</span>
    </Button>
  )
}
