/** Local models as the window sees them: what Ollama has, what is on its way, and how a model did when it was tried. */
import { z } from 'zod'
import { Problem } from './problem-schema.ts'
import { Instant } from './time.ts'

/** A name as Ollama writes it: `gemma4:e4b`, `someone/model:7b`, `hf.co/someone/model:Q4_K_M`. */
export const ModelName = z.string().min(1).max(120)

/** Ollama compares without case and adds the tag `latest` where there is none. */
export const fullName = (name: string): string => (/:[^/]*$/.test(name) ? name : `${name}:latest`).toLowerCase()
/** Whether two names are the same model to Ollama. */
export const isSameModel = (one: string, other: string): boolean => fullName(one) === fullName(other)

/** The model Lares suggests when there is none, and what its download weighs (Ollama's library, `gemma4:e4b`). */
export const suggestedModel = { name: 'gemma4:e4b', bytes: 9_608_350_245 } as const

const Bytes = z.number().min(0)

export const LoadedModel = z.strictObject({
  /** Memory it takes, and how much of that on the graphics card. */
  bytes: Bytes, gpuBytes: Bytes,
  /** Context length it was loaded with, in tokens; null when Ollama does not say. */
  contextTokens: z.number().nullable(),
  /** When Ollama lets go of it by itself; null = not before it quits, or unknown. */
  until: Instant.nullable(),
})

export const InstalledModel = z.strictObject({
  name: z.string().max(300),
  /** On disk. */
  bytes: Bytes,
  /** Ollama would run it in its own cloud: listed so that nobody wonders, never used. */
  cloud: z.boolean(),
  /** As Ollama describes it, '' where it does not say: `gemma4`, `8.0B`, `Q4_K_M`. */
  family: z.string().max(60), parameters: z.string().max(60), quantisation: z.string().max(60),
  modifiedAt: Instant.nullable(),
  loaded: LoadedModel.nullable(),
})
export type InstalledModel = z.infer<typeof InstalledModel>

export const Pull = z.strictObject({
  model: ModelName,
  phase: z.enum(['starting', 'downloading', 'verifying', 'done', 'stopped', 'failed']),
  /** Summed over the layers known so far; Ollama names them one after the other, the largest first. */
  completedBytes: Bytes, totalBytes: Bytes,
  /** At the speed so far; null while that is not known. */
  secondsLeft: z.number().nullable(),
  problem: Problem.nullable(),
})
export type Pull = z.infer<typeof Pull>

export const ModelStatus = z.strictObject({
  engine: z.enum(['builtin', 'ollama']),
  ollama: z.strictObject({
    reachable: z.boolean(),
    version: z.string().nullable(),
    /** Where it answered, `127.0.0.1:11434` or `[::1]:11434`; null when nowhere. */
    at: z.string().nullable(),
    /** True when that is the other loopback address than the one that is set. */
    atOther: z.boolean(),
    /** Where an Ollama answers although none does at the address that is set. */
    elsewhere: z.string().nullable(),
    /** Whether its cloud is switched off; null when it does not say. */
    cloudOff: z.boolean().nullable(),
    models: z.array(InstalledModel),
    problem: Problem.nullable(),
  }),
  pulls: z.array(Pull),
})
export type ModelStatus = z.infer<typeof ModelStatus>

/** How a model did with one short question. Times are Ollama's own figures, in milliseconds. */
export const ModelTest = z.strictObject({
  answer: z.string().max(200),
  /** Until the first word, loading included. */
  firstWordMs: z.number().min(0),
  loadMs: z.number().min(0),
  tokensPerSecond: z.number().min(0),
})
export type ModelTest = z.infer<typeof ModelTest>
