/** Certificates made on the spot, so that tests need neither a checked-in private key nor a program to make one. X.509 v3 (RFC 5280) in DER, P-256. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

export interface Authority { readonly pem: string; readonly issue: (names: readonly string[]) => { readonly cert: string; readonly key: string } }

/** A certificate authority of its own, and from it server certificates for host names and IPv4 addresses. */
export const createAuthority = (name: string): Authority => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = distinguishedName(name)
  const pem = certificate({ issuer, subject: issuer, publicKey, signer: privateKey, extensions: [basicConstraints] })
  return {
    pem,
    issue: (names) => {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      return {
        cert: certificate({ issuer, subject: distinguishedName(names[0] ?? name), publicKey: server.publicKey, signer: privateKey, extensions: [subjectAlternativeNames(names)] }),
        key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      }
    },
  }
}

interface Contents { readonly issuer: Buffer; readonly subject: Buffer; readonly publicKey: KeyObject; readonly signer: KeyObject; readonly extensions: readonly Buffer[] }

const certificate = ({ issuer, subject, publicKey, signer, extensions }: Contents): string => {
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const serial = Buffer.concat([Buffer.of(1), createHash('sha256').update(spki).digest().subarray(0, 15)])
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const body = der(0x30, der(0xa0, der(0x02, Buffer.of(2))), der(0x02, serial), ecdsaWithSha256, issuer, validity, subject, spki, der(0xa3, der(0x30, ...extensions)))
  const whole = der(0x30, body, ecdsaWithSha256, der(0x03, Buffer.of(0), sign('sha256', body, signer)))
  return `-----BEGIN CERTIFICATE-----\n${(whole.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

/** One DER value: tag, length, contents. */
const der = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const value = Buffer.concat(contents)
  const length = value.length < 128 ? Buffer.of(value.length) : value.length < 256 ? Buffer.of(0x81, value.length) : Buffer.of(0x82, value.length >> 8, value.length & 255)
  return Buffer.concat([Buffer.of(tag), length, value])
}
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const ecdsaWithSha256 = der(0x30, objectId('2a8648ce3d040302'))
const distinguishedName = (name: string): Buffer => der(0x30, der(0x31, der(0x30, objectId('550403'), der(0x0c, Buffer.from(name)))))
const basicConstraints = der(0x30, objectId('551d13'), der(0x01, Buffer.of(255)), der(0x04, der(0x30, der(0x01, Buffer.of(255)))))
const subjectAlternativeNames = (names: readonly string[]): Buffer =>
  der(0x30, objectId('551d11'), der(0x04, der(0x30, ...names.map((name) => /^[\d.]+$/.test(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name))))))
