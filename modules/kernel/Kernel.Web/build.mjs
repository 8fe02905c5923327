// Bundles assets/ into wwwroot/dist/. Run by the project's build (etc/frontend.targets) or by hand: node build.mjs [--watch]
import { build, context } from 'esbuild';
import { copyFile, readFile, mkdir, rm } from 'node:fs/promises';

/** Bootstrap's left and right become start and end, so that one style sheet serves both directions. */
const logical = {
  name: 'logical',
  setup(pipeline) {
    pipeline.onLoad({ filter: /bootstrap[\\/]dist[\\/]css[\\/].*\.css$/ }, async ({ path }) => ({
      loader: 'css',
      contents: (await readFile(path, 'utf8'))
        .replace(/\b(margin|padding)-left(?=\s*:)/g, '$1-inline-start')
        .replace(/\b(margin|padding)-right(?=\s*:)/g, '$1-inline-end')
        .replace(/\bborder-left(?=(-width|-color|-style)?\s*:)/g, 'border-inline-start')
        .replace(/\bborder-right(?=(-width|-color|-style)?\s*:)/g, 'border-inline-end')
        .replace(/\bborder-(top|bottom)-left-radius/g, (_, side) => `border-${side === 'top' ? 'start' : 'end'}-start-radius`)
        .replace(/\bborder-(top|bottom)-right-radius/g, (_, side) => `border-${side === 'top' ? 'start' : 'end'}-end-radius`)
        .replace(/(?<=[{;\s])left(?=\s*:)/g, 'inset-inline-start')
        .replace(/(?<=[{;\s])right(?=\s*:)/g, 'inset-inline-end')
        .replace(/(?<=(text-align|float|clear)\s*:\s*)left\b/g, (_, property) => (property === 'text-align' ? 'start' : 'inline-start'))
        .replace(/(?<=(text-align|float|clear)\s*:\s*)right\b/g, (_, property) => (property === 'text-align' ? 'end' : 'inline-end'))
        .replace(/\/\*# sourceMappingURL.*?\*\//g, ''),
    }));
  },
};

const options = {
  entryPoints: ['assets/workspace.css', 'assets/workspace.js'],
  outdir: 'wwwroot/dist',
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  loader: { '.woff2': 'file', '.svg': 'dataurl' },
  assetNames: 'media-[hash]',
  plugins: [logical],
  logLevel: 'warning',
};

if (process.argv.includes('--watch')) {
  await (await context(options)).watch();
} else {
  await rm('wwwroot/dist', { recursive: true, force: true });
  await mkdir('wwwroot/dist', { recursive: true });
  await build(options);
  await copyFile('node_modules/vazirmatn/OFL.txt', 'wwwroot/dist/Vazirmatn-OFL.txt');
}
