/** What a model wrote, set as Markdown (CommonMark with GitHub's tables and lists): words only. No picture is loaded, no markup is read, and an address is shown whole and never opened. */
import { memo, type ComponentProps, type ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { CopyButton } from './copy-button.tsx'
import { strings } from './strings.ts'

const words = strings.markdown

/** Where a link would lead, as its own writing says it; a name of letters that only look like others is shown in their code (punycode, RFC 3492). */
const addressOf = (url: string): string => {
  try {
    const { host } = new URL(url)
    return host === '' || url.includes(host) ? url : `${url} (${host})`
  } catch { return url }
}

const Address = ({ url }: { readonly url: string }): ReactNode => (
  <span className="inline-flex max-w-full items-center gap-0.5 rounded-chip bg-sunken px-1 align-baseline font-mono text-xs">
    <span className="min-w-0 wrap-anywhere">{addressOf(url)}</span><CopyButton isQuiet text={url} what={words.copyAddress} />
  </span>
)

const Link = ({ href = '', children }: ComponentProps<'a'>): ReactNode => {
  if (href.startsWith('#')) return <>{children}</>
  return children === href ? <Address url={href} /> : <>{children} <Address url={href} /></>
}

const Picture = ({ src, alt = '' }: ComponentProps<'img'>): ReactNode => <span>{words.picture(alt)} <Address url={typeof src === 'string' ? src : ''} /></span>

/** An answer stands below the heading of its turn, so all its own are of one rank. */
const Heading = ({ children }: { readonly children?: ReactNode }): ReactNode => <h3 className="pt-1 font-medium">{children}</h3>

const Block = ({ children, node }: ComponentProps<'pre'> & { readonly node?: unknown }): ReactNode => {
  const text = textOf(node)
  return (
    <div className="relative rounded-card border bg-sunken">
      <pre tabIndex={0} role="region" aria-label={words.code} className="overflow-x-auto p-4 pr-12 font-mono text-sm">{children}</pre>
      <div className="absolute top-1.5 right-1.5"><CopyButton isQuiet text={text} what={words.copyCode} /></div>
    </div>
  )
}

const textOf = (node: unknown): string => {
  const { value, children } = (node ?? {}) as { readonly value?: unknown; readonly children?: readonly unknown[] }
  return typeof value === 'string' ? value : (children ?? []).map(textOf).join('')
}

const components: Components = {
  a: Link, img: Picture, pre: Block,
  h1: Heading, h2: Heading, h3: Heading, h4: Heading, h5: Heading, h6: Heading,
  p: ({ children }) => <p className="whitespace-pre-wrap">{children}</p>,
  ul: ({ children }) => <ul className="flex list-disc flex-col gap-1 pl-6">{children}</ul>,
  ol: ({ children, start }) => <ol start={start} className="flex list-decimal flex-col gap-1 pl-6">{children}</ol>,
  // The first line of an item can be a box to tick: it is shown, and is none.
  input: ({ checked }) => <span role="img" aria-label={checked === true ? words.ticked : words.unticked}>{checked === true ? '☑' : '☐'}</span>,
  blockquote: ({ children }) => <blockquote className="flex flex-col gap-2 border-l-2 pl-4 text-muted">{children}</blockquote>,
  code: ({ children }) => <code className="font-mono text-[0.9em]">{children}</code>,
  table: ({ children }) => <div tabIndex={0} role="region" aria-label={words.table} className="overflow-x-auto"><table className="border-collapse text-sm [&_td]:border [&_td]:px-3 [&_td]:py-1.5 [&_th]:border [&_th]:bg-sunken [&_th]:px-3 [&_th]:py-1.5 [&_th]:text-left">{children}</table></div>,
  hr: () => <hr className="border-t" />,
}

const plugins = [remarkGfm]
/** Addresses are words here, so none is taken away. */
const asWritten = (url: string): string => url

export const Markdown = memo(({ text }: { readonly text: string }): ReactNode => (
  <div className="flex max-w-[72ch] flex-col gap-3 text-base wrap-anywhere"><ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={asWritten}>{text}</ReactMarkdown></div>
))
Markdown.displayName = 'Markdown'
