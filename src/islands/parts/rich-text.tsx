import type { ComponentChildren } from 'preact'
import type { Rich } from '../../core/course/rich.ts'
import { h } from 'preact'

const nodes = (rich: Rich): ComponentChildren =>
  rich.map((node) => (typeof node === 'string' ? node : h(node[0], null, nodes(node[1]))))

/** Inline text built from nodes, never from markup strings. */
export const RichText = ({ rich }: { readonly rich: Rich }) => <>{nodes(rich)}</>
