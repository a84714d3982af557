import { rollup } from 'rollup';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { minify } from 'terser';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { minifyLiterals } from './build/minify-literals.ts';
import { readFile } from 'node:fs/promises';
const ts = { name:'ts', async transform(code,id){ if(!id.endsWith('.ts')) return; const r= await transform(code,{loader:'ts',target:'es2023', tsconfigRaw:{compilerOptions:{useDefineForClassFields:true}}}); return {code:r.code, map:null}; } };
const b = await rollup({ input:'src/embed.ts', plugins:[nodeResolve({exportConditions:['production','browser','default'], browser:true}), ts], onwarn:w=>console.log(w.code,w.message)});
const {output} = await b.generate({format:'cjs', exports:'named', esModule:false, freeze:false, strict:false, interop:'esModule', entryFileNames:'wee5.js', chunkFileNames:'[name].js', minifyInternalExports:true});
const sz=c=>`${Buffer.byteLength(c)} ${gzipSync(c,{level:9}).length} ${brotliCompressSync(c).length}`;
for (const o of output){ console.log(o.fileName, o.isDynamicEntry, o.imports, Object.keys(o.modules).length, sz(o.code));
 const es=(await transform(o.code,{minify:true,format:'iife',target:'es2023',charset:'utf8'})).code;
 console.log(' esbuild',sz(es));
 for (const [n,opt] of Object.entries({terser:{}, toplevel:{passes:3,ecma:2020,unsafe_arrows:true,toplevel:true}})) {
  const t=(await minify(o.code,{compress:{ecma:2020,passes:2,...opt},mangle:true,toplevel:true,module:true,format:{ecma:2020}})).code; console.log(' '+n,sz(t));
 }
 console.log(' es->terser', sz((await minify(es,{compress:{ecma:2020,passes:3,unsafe_arrows:true},module:true,format:{ecma:2020}})).code));
 const priv=(await minify(o.code,{compress:{ecma:2020,passes:3,unsafe_arrows:true},mangle:{properties:{regex:/^_\$|^__/}},module:true,format:{ecma:2020}})).code; console.log(' mangle __',sz(priv));
}
