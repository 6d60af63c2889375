import renderer from '@astrojs/preact/server.js'

/** The renderer of @astrojs/preact for a site where every island is Preact: it need not try a component out before it renders it. */
export default { ...renderer, check: async (component: unknown) => typeof component === 'function' }
