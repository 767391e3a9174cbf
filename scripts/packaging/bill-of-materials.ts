/** The software bill of materials of a package, as CycloneDX 1.6 in JSON: what ships, which version, under which licence, with its hash. */
import { Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { compiledInto } from './compiled-in.ts'
import type { Shipped } from './shipped.ts'

/** No time and no serial number stand in it: the same parts make the same file. */
export function billOfMaterials(app: { readonly version: string; readonly electron: string }, shipped: readonly Shipped[]): string {
  const lares = new Models.Component(Enums.ComponentType.Application, 'lares', { version: app.version, licenses: licences('MIT'), bomRef: 'lares' })
  const bill = new Models.Bom({ metadata: new Models.Metadata({ component: lares }) })
  const add = (component: Models.Component): Models.Component => {
    bill.components.add(component)
    lares.dependencies.add(component.bomRef)
    return component
  }
  add(new Models.Component(Enums.ComponentType.Framework, 'electron', { version: app.electron, purl: purl('electron', app.electron), licenses: licences('MIT'), bomRef: `electron@${app.electron}` }))
  for (const { name, version, licence, how, integrity } of shipped) {
    const component = add(new Models.Component(Enums.ComponentType.Library, name, {
      version, purl: purl(name, version), bomRef: `${name}@${version}`, licenses: licences(licence),
      hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')]]),
      properties: new Models.PropertyRepository([new Models.Property('lares:ships-as', how)]),
    }))
    for (const part of compiledInto(name)) {
      component.components.add(new Models.Component(Enums.ComponentType.Library, part.name, { licenses: licences(part.licence), copyright: part.copyright, bomRef: `${name}@${version}#${part.name}` }))
    }
  }
  const normalizer = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  return `${new Serialize.JsonSerializer(normalizer).serialize(bill, { sortLists: true, space: 2 })}\n`
}

/** What CycloneDX's own schema has against it; null when nothing. */
export async function problemOfBill(json: string): Promise<string | null> {
  const problem: unknown = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(json)
  return problem === null ? null : JSON.stringify(problem)
}

function licences(spdx: string): Models.LicenseRepository {
  return new Models.LicenseRepository([/ (OR|AND|WITH) /.test(spdx) ? new Models.LicenseExpression(spdx) : new Models.SpdxLicense(spdx)])
}

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`
