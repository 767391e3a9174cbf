/** Keeps a bug in one room from blanking the house. React offers this only to a class. */
import { Component, type ReactNode } from 'react'
import { Unplug } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { strings } from './strings.ts'

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <EmptyState icon={<Unplug size={24} />} title={strings.broken} actions={<Button onPress={() => { this.setState({ isBroken: false }) }}>{strings.reopen}</Button>}>
        {strings.brokenTodo}
      </EmptyState>
    )
  }
}
