import { useEffect, useState } from 'react'

/** An address as a picture (QR), drawn on this device. */
export function Picture({ of, alt }: { of: string; alt: string }) {
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    let left = false
    void import('uqr').then(({ renderSVG }) => {
      if (!left) setPicture(renderSVG(of, { border: 2 }))
    })
    return () => {
      left = true
    }
  }, [of])
  return picture ? <img className="code-picture" alt={alt} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} /> : null
}
