import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';
import { bound, hole } from './templates.ts';

type Cuts = [found: string, left: string][];

/**
 * What Lit's templates carry for others, by its file: hooks of polyfills and of its server, MathML, values inside of
 * `<style>`, comments and the like, of properties and of elements, nodes and lists that are no arrays as values,
 * listeners with options or a `this`, directives in attributes, and those that want to know when they are gone. They also
 * read no markup: `templates.ts` has found where their values go, and refuses those that would need any of it. Their
 * Trusted Types policy is that of `load-parts.ts`.
 */
const cuts: Record<string, Cuts> = {
  'lit-html/lit-html.js': [
    ['e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0', 'e=$wee5Policy'],
    [
      'h="$lit$",o=`lit$${Math.random().toFixed(9).slice(2)}$`,n="?"+o,r=`<${n}>`,',
      `o=${JSON.stringify(hole)},n=${JSON.stringify(hole.slice(1, -1))},`,
    ],
    [
      String.raw`,d=t=>u(t)||"function"==typeof t?.[Symbol.iterator],f="[ \t\n\f\r]",v=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,_=/-->/g,m=/>/g,p=RegExp(${'`'}>|${'$'}{f}(?:([^\\s"'>=/]+)(${'$'}{f}*=${'$'}{f}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)${'`'},"g"),g=/'/g,$=/"/g,y=/^(?:script|style|textarea|title)$/i,`,
      ',d=u,',
    ],
    ['throw Error("invalid template strings array")', 'throw Error()'],
    [
      'const N=(t,i)=>{const s=t.length-1,e=[];let n,l=2===i?"<svg>":3===i?"<math>":"",c=v;for(let i=0;i<s;i++){const s=t[i];let a,u,d=-1,f=0;for(;f<s.length&&(c.lastIndex=f,u=c.exec(s),null!==u);)f=c.lastIndex,c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p):c===p?">"===u[0]?(c=n??v,d=-1):void 0===u[1]?d=-2:(d=c.lastIndex-u[2].length,a=u[1],c=void 0===u[3]?p:\'"\'===u[3]?$:g):c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0);const x=c===p&&t[i+1].startsWith("/>")?" ":"";l+=c===v?s+r:d>=0?(e.push(a),s.slice(0,d)+h+s.slice(d)+o+x):s+o+(-2===d?i:x)}return[V(t,l+(t[s]||"<?>")+(2===i?"</svg>":3===i?"</math>":"")),e]};',
      '',
    ],
    [
      'let l=0,a=0;const u=t.length-1,d=this.parts,[f,v]=N(t,i);if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){',
      'let l=0;const u=t.length-1,d=this.parts,f=t.join(o);if(this.el=S.createElement(V(t,2===i?`<svg>${f}</svg>`:f)),P.currentNode=this.el.content,2===i){',
    ],
    [
      'if(r.hasAttributes())for(const t of r.getAttributeNames())if(t.endsWith(h)){const i=v[a++],s=r.getAttribute(t).split(o),e=/([.?@])?(.*)/.exec(i);d.push({type:1,index:l,name:e[2],strings:s,ctor:"."===e[1]?I:"?"===e[1]?L:"@"===e[1]?z:H}),r.removeAttribute(t)}else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}}else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}l++}}',
      `for(const t of r.getAttributeNames())if(t.endsWith("${bound}")){const i={"?":L,"@":z}[t[0]];d.push({index:l,name:t.slice(i?1:0,-1),strings:r.getAttribute(t).split(o),ctor:i??H}),r.removeAttribute(t)}}else r.data===n&&d.push({index:l});l++}}`,
    ],
    [
      'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
      'function M(t,i){const o=i?._$litDirective$;return o&&(t._$Cl?.constructor!==o&&(t._$Cl=new o(t)),i=t._$Cl._$AS(t,i.values)),i}',
    ],
    [
      'this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}',
      'this._$AV=[],this._$AD=t}',
    ],
    ['u(t){const{el:{content:i},parts:s}', 'u(){const{el:{content:i},parts:s}'],
    ['(t?.creationScope??l)', 'l'],
    [
      'let i;2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),this._$AV.push(i),r=s[++n]',
      'this._$AV.push(r.ctor?new r.ctor(h,r.name,r.strings):new k(h,h.nextSibling)),r=s[++n]',
    ],
    [
      'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++',
      's.strings?(s._$AI(t,i),i+=s.strings.length-2):s._$AI(t[i]),i++',
    ],
    [
      'get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,e){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=M(this,t,i),',
      'constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}_$AI(t){if((t=M(this,t))===E)return;',
    ],
    [
      't!==this._$AH&&t!==E&&this._(t):void 0!==t._$litType$?this.$(t):void 0!==t.nodeType?this.T(t):d(t)',
      't!==this._$AH&&this._(t):t._$litType$?this.$(t):d(t)',
    ],
    ['this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))', 'this._$AR(),this._$AH=this.O(t)'],
    [
      'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
      'const{values:i}=t,e=this._$AC(t);',
    ],
    ['const t=new R(e,this),s=t.u(this.options);', 'const t=new R(e),s=t.u();'],
    ['new k(this.O(c()),this.O(c()),this,this.options)', 'new k(this.O(c()),this.O(c()))'],
    [
      '_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;){const s=i(t).nextSibling;i(t).remove(),t=s}}setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}',
      '_$AR(t=this._$AA.nextSibling){for(;t!==this._$AB;){const s=t.nextSibling;t.remove(),t=s}}',
    ],
    [
      'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,e,h){this.type=1,this._$AH=A,this._$AN=void 0,this.element=t,this.name=i,this._$AM=e,this.options=h,',
      'constructor(t,i,s){this.element=t,this.name=i,',
    ],
    [
      '_$AI(t,i=this,s,e){const h=this.strings;let o=!1;if(void 0===h)t=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,o&&(this._$AH=t);else{const e=t;let n,r;for(t=h[0],n=0;n<h.length-1;n++)r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),o||=!a(r)||r!==this._$AH[n],',
      '_$AI(t,s){const h=this.strings;let o=!1;if(void 0===h)o=t!==this._$AH,this._$AH=t;else{const e=t;let n,r;for(t=h[0],n=0;n<h.length-1;n++)r=e[s+n],o||=r!==this._$AH[n],',
    ],
    ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
    [
      'class I extends H{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===A?void 0:t}}',
      '',
    ],
    ['constructor(){super(...arguments),this.type=4}j(t){', 'j(t){'],
    [
      'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}',
      'constructor(t,i,s){super(t,i,s),t.addEventListener(i,this)}j(){}handleEvent(t){this._$AH(t)}',
    ],
    [
      'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
      '',
    ],
    ['{M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}', '{I:k}'],
    [
      ',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const D=(t,i,s)=>{const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h};',
      ',D=(t,i)=>(i._$litPart$??=new k(i.insertBefore(c(),null),null))._$AI(t);',
    ],
  ],
  'lit-html/directives/repeat.js': [
    [
      'constructor(e){if(super(e),e.type!==r.CHILD)throw Error("repeat() can only be used in text expressions")}',
      '',
    ],
  ],
};

const standIn = fileURLToPath(new URL('../src/embed/lit.ts', import.meta.url));

/**
 * Leaves out of Lit what these widgets never use, and puts an element of their own in the place of its.
 * @throws where Lit is not as it was when the cuts were written: look at each of them again
 */
export const leanLit: Plugin = {
  name: 'lean-lit',
  resolveId: (id) => (id === 'lit' ? standIn : null),
  transform(code, id) {
    const name = Object.keys(cuts).find((file) => id.endsWith(`/node_modules/${file}`));
    return name && cuts[name]!.reduce((text, [found, left]) => cut(text, { name, found, left }), code);
  },
};

function cut(text: string, { name, found, left }: { name: string; found: string; left: string }): string {
  const parts = text.split(found);
  if (parts.length !== 2) throw new Error(`${name} has ${parts.length - 1} times, and not once: ${found}`);
  return parts.join(left);
}
