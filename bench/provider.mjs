// An OpenID provider that signs whatever it is asked to: for proofs with a product that knows no invented people.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'

/** Answers discovery and keys at this address, and signs tokens with `token(claims)`. */
export async function provider(host, port) {
  const issuer = `http://${host}:${port}/realms/balcao`
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'proof', alg: 'RS256', use: 'sig' }] }
  const discovery = {
    issuer,
    jwks_uri: `${issuer}/keys`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
  const server = createServer((request, response) => {
    const answer = request.url.endsWith('/.well-known/openid-configuration') ? discovery : request.url.endsWith('/keys') ? keys : undefined
    response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer ?? {}))
  })
  await new Promise((ready) => server.listen(port, host, ready))
  return {
    issuer,
    token(claims) {
      const now = Math.floor(Date.now() / 1000)
      const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const body = `${part({ alg: 'RS256', kid: 'proof', typ: 'JWT' })}.${part({ iss: issuer, aud: 'balcao', sub: 'proof', iat: now, exp: now + 3600, ...claims })}`
      return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey, 'base64url')}`
    },
  }
}
