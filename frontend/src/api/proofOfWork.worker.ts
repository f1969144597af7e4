import { solve } from './proofOfWork'

addEventListener('message', ({ data }: MessageEvent<{ text: string; bits: number }>) => {
  void solve(data.text, data.bits).then((proof) => postMessage(proof))
})
