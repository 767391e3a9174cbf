#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** Stands where electron-builder calls fpm, which has to be downloaded: takes the same arguments for a .deb, and builds with Debian's dpkg-deb. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' }, type: { ...text, short: 't' }, depends: { ...text, short: 'd', multiple: true }, force: { type: 'boolean' },
    'deb-recommends': { ...text, multiple: true }, 'deb-compression': text, 'deb-priority': text, architecture: text, 'after-install': text, 'after-remove': text,
    description: text, version: text, package: text, name: text, maintainer: text, vendor: text, url: text, license: text, category: text,
  },
})
if (values.source !== 'dir' || values.type !== 'deb') throw new Error('Only a .deb from folders is built here.')

const root = mkdtempSync(join(tmpdir(), 'fpm-with-dpkg-'))
try {
  chmodSync(root, 0o755)
  for (const mapping of positionals) {
    const [from = '', to = ''] = mapping.split('=')
    if (statSync(from).isDirectory()) {
      cpSync(from, join(root, to), { recursive: true, verbatimSymlinks: true })
    } else {
      mkdirSync(dirname(join(root, to)), { recursive: true })
      copyFileSync(from, join(root, to))
      chmodSync(join(root, to), 0o644)
    }
  }
  mkdirSync(join(root, 'DEBIAN'))
  const fields = {
    Package: values.name, Version: values.version, Architecture: values.architecture, Maintainer: values.maintainer, Priority: values['deb-priority'], Homepage: values.url,
    Depends: values.depends?.join(', '), Recommends: values['deb-recommends']?.join(', '),
    Description: values.description?.trim().replace(/\n\s*/g, '\n '),
  }
  writeFileSync(join(root, 'DEBIAN/control'), Object.entries(fields).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => `${name}: ${value ?? ''}\n`).join(''))
  for (const [script, name] of [[values['after-install'], 'postinst'], [values['after-remove'], 'postrm']] as const) {
    if (script === undefined) continue
    copyFileSync(script, join(root, 'DEBIAN', name))
    chmodSync(join(root, 'DEBIAN', name), 0o755)
  }
  const { status } = spawnSync('dpkg-deb', ['--root-owner-group', `-Z${values['deb-compression'] ?? 'xz'}`, '--build', root, values.package ?? ''], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  rmSync(root, { recursive: true, force: true })
}
