/** What the name of a model tells before anybody is asked: whether Ollama would read it as Lares does, where it would run, where it would come from. */

/** Ollama's own rule for what it runs in its cloud, made stricter: any name whose last part is `cloud` or ends in `-cloud`, also before `:local`. */
export const isCloudName = (name: string): boolean => /[-:]\s*cloud\s*(:\s*local\s*)?$/i.test(name)

/** The characters that Ollama allows in a name. Anything else, white space above all, could read differently over there. */
export const isModelName = (name: string): boolean => /^[a-z0-9][\w.:/-]*$/i.test(name)

/**
 * Whether a model may be downloaded under this name: from Ollama's library (`gemma4:e4b`, `someone/model:7b`) or from Hugging Face (`hf.co/someone/model:Q4_K_M`).
 * A name may carry the address of a server; any other one is refused, because Ollama would call it.
 */
export const isLibraryName = (name: string): boolean => /^(?:(?:(?:hf\.co|huggingface\.co)\/)?[a-z0-9][\w-]*\/)?[a-z0-9][\w.-]*(?::[\w.-]+)?$/i.test(name)
