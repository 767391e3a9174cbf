/** What is compiled into the native addons and the solver, as far as their makers name it: no package manager lists it, but its licences ask to be passed on. */

export interface CompiledIn {
  /** The package that carries it; a name that ends in `-` stands for one package per platform. */
  readonly inside: string
  readonly name: string
  /** SPDX */
  readonly licence: 'MIT' | 'MIT OR Apache-2.0' | 'Zlib' | 'blessing'
  readonly copyright: string
}

export const compiledIn: readonly CompiledIn[] = [
  { inside: 'better-sqlite3-multiple-ciphers', name: 'SQLite', licence: 'blessing', copyright: 'Placed in the public domain by its authors' },
  { inside: 'better-sqlite3-multiple-ciphers', name: 'SQLite3 Multiple Ciphers', licence: 'MIT', copyright: 'Copyright (c) 2019-2026 Ulrich Telle' },
  { inside: 'highs', name: 'HiGHS', licence: 'MIT', copyright: 'Copyright (c) 2026 HiGHS' },
  { inside: 'highs', name: 'pdqsort', licence: 'Zlib', copyright: 'Copyright (c) 2021 Orson Peters' },
  { inside: 'highs', name: 'zstr', licence: 'MIT', copyright: 'Copyright (c) 2015 Matei David, Ontario Institute for Cancer Research' },
  { inside: 'highs', name: 'Emscripten’s runtime', licence: 'MIT', copyright: 'Copyright (c) 2010-2014 Emscripten authors' },
  { inside: 'highs', name: 'musl libc', licence: 'MIT', copyright: 'Copyright (c) 2005-2020 Rich Felker, et al.' },
  { inside: '@node-rs/argon2-', name: 'RustCrypto argon2', licence: 'MIT OR Apache-2.0', copyright: 'Copyright (c) 2021-2024 The RustCrypto Project Developers' },
  { inside: '@node-rs/argon2-', name: 'napi-rs', licence: 'MIT', copyright: 'Copyright (c) 2020-present LongYinan' },
  { inside: '@node-rs/argon2-', name: 'rand', licence: 'MIT OR Apache-2.0', copyright: 'Copyright (c) 2018 Developers of the Rand project, 2014 The Rust Project Developers' },
  { inside: '@node-rs/argon2-', name: 'Rayon', licence: 'MIT OR Apache-2.0', copyright: 'Copyright (c) 2010 The Rust Project Developers' },
  { inside: '@node-rs/argon2-', name: 'mimalloc', licence: 'MIT', copyright: 'Copyright (c) 2018-2025 Microsoft Corporation, Daan Leijen' },
]

export const compiledInto = (name: string): readonly CompiledIn[] => compiledIn.filter(({ inside }) => name === inside || (inside.endsWith('-') && name.startsWith(inside)))

/** The terms under which it is used here; of two licences to choose from, the first. */
export const termsOf = (licence: CompiledIn['licence']): string => terms[licence === 'MIT OR Apache-2.0' ? 'MIT' : licence]

const terms = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  Zlib: `This software is provided 'as-is', without any express or implied warranty. In no event will the authors be held liable for any damages
arising from the use of this software.

Permission is granted to anyone to use this software for any purpose, including commercial applications, and to alter it and redistribute
it freely, subject to the following restrictions:

1. The origin of this software must not be misrepresented; you must not claim that you wrote the original software. If you use this
   software in a product, an acknowledgment in the product documentation would be appreciated but is not required.
2. Altered source versions must be plainly marked as such, and must not be misrepresented as being the original software.
3. This notice may not be removed or altered from any source distribution.`,
  blessing: `The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:

   May you do good and not evil.
   May you find forgiveness for yourself and forgive others.
   May you share freely, never taking more than you give.`,
}
