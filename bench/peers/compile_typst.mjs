// SPDX-License-Identifier: Apache-2.0
// compile_typst.mjs IN.typ OUT.pdf FONTS: sets a Typst document by the native addon.
import {writeFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';

const [input, output, fonts] = process.argv.slice(2);
const compiler = NodeCompiler.create({
  workspace: dirname(resolve(input)),
  fontArgs: [{fontPaths: [fonts]}],
});
writeFileSync(output, compiler.pdf({mainFilePath: resolve(input)}));
