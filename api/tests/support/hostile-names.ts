/** What people call themselves to break out of where a name is shown; by what the name is about. */
export const hostileNames: [about: string, name: string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['a picture that fails', '<img src=x onerror=alert(1)>'],
  ['SVG inside SVG', '</text></svg><svg onload=alert(1)>'],
  ['a foreign object', '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>'],
  ['a broken attribute', '" onload="alert(1)" x="'],
  ['another quote', "' onmouseover='alert(1)"],
  ['an end of CDATA', ']]><script>alert(1)</script>'],
  ['an entity', '&lt;script&gt;&#60;script&#62;&nosuch;'],
  ['a document type', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;'],
  ['a processing instruction', '<?xml-stylesheet href="//evil.example"?>'],
  ['a template', '{{constructor.constructor("alert(1)")()}} ${alert(1)}'],
  ['a replacement pattern', "$& $' $` $1"],
  ['a comment', '--><script>alert(1)</script><!--'],
  ['a style', '</style><style>*{background:url(//evil.example)}</style>'],
];

/** What else is difficult about names; all of these can be read. */
export const difficultNames: [about: string, name: string][] = [
  ['forty characters and emoji', 'Maximiliane-Alexandra von Hohenstein 🌸🦄'],
  ['one word without an end', 'W'.repeat(60)],
  ['Arabic', 'محمد عبد الرحمن الأنصاري'],
  ['Hebrew with Latin', 'שלום (admin) 42'],
  ['Japanese', '田中 さくら'],
  ['Korean', '김민준'],
  ['Hindi', 'प्रिया नटराजन'],
  ['Thai', 'สมชาย ใจดี'],
  ['Greek and Cyrillic', 'Ελλάδα Привет'],
  ['emoji made of many', '👩🏽‍🚀👨‍👩‍👧‍👦🇩🇪❤️'],
];
