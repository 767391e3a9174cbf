/** The state of one form: its fields, and a sentence beside each that the schema refused. */
import { useState } from 'react'
import type { z } from 'zod'
import { fieldErrors, isEmpty } from './checks.ts'

interface FormState<Form, Field extends string> {
  readonly form: Form
  /** Sets fields; every sentence goes, because it may no longer be true. */
  readonly change: (part: Partial<Form>) => void
  readonly errors: Partial<Record<Field, string>>
  /** True when the schema takes the value; else the sentences stand in `errors`. */
  readonly check: (schema: z.ZodType, value: unknown) => boolean
}

export const useForm = <Form extends object, Field extends string>(initial: () => Form, sentences: Readonly<Record<Field, string>>): FormState<Form, Field> => {
  const [form, setForm] = useState(initial)
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({})
  return {
    form,
    errors,
    change: (part) => {
      setForm((former) => ({ ...former, ...part }))
      setErrors({})
    },
    check: (schema, value) => {
      const found = fieldErrors(schema, value, sentences)
      setErrors(found)
      return isEmpty(found)
    },
  }
}
