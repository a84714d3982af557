const startOfCall = /^(?= *(?:it|test|describe)(?:\.\w+)?[(<])/m;
const nameOfTest = /^ *(?:it|test)(?:\(|\.each[^]*?\)\()\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,/;

/** The names of the tests in a file as they are written there: cases are still `%s` or `${…}`. Skipped ones have none. */
export function testNames(source: string): string[] {
  return source.split(startOfCall).flatMap((call) => {
    const name = nameOfTest.exec(call)?.[2];
    return name === undefined ? [] : [name.replaceAll(/\\(['"`])/g, '$1')];
  });
}
