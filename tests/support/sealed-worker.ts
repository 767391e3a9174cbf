/** A worker as the app has them: its first import shuts the network, and then it tries to get out. */
import '../../electron/cloud/no-network.ts'
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import net from 'node:net'
import { parentPort, Worker, workerData } from 'node:worker_threads'

const { port } = workerData as { readonly port: number }
const host = '127.0.0.1'

const codeOf = async (attempt: () => unknown): Promise<string> => {
  try { await attempt(); return 'reached' } catch (error) { return String((error as NodeJS.ErrnoException).code) }
}
const event = (source: NodeJS.EventEmitter, name: string): Promise<void> => new Promise((resolve, reject) => { source.once(name, () => { resolve() }).once('error', reject) })

const tried = {
  'net.connect': await codeOf(() => event(net.connect(port, host), 'connect')),
  'http.get': await codeOf(() => event(http.get({ host, port }), 'response')),
  fetch: await codeOf(() => fetch(`http://127.0.0.1:${String(port)}/`)),
  'dns.lookup': await codeOf(() => dns.promises.lookup('localhost')),
  'dns.resolve': await codeOf(() => dns.promises.resolve('secret.example.com')),
  dgram: await codeOf(() => { dgram.createSocket('udp4').send('x', port, host) }),
  spawn: await codeOf(() => childProcess.spawn('true')),
  worker: await codeOf(() => new Worker('', { eval: true })),
}
parentPort?.postMessage(tried)
