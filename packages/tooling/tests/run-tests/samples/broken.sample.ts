// A file that does not load; read by reporter.test.ts.
throw new Error('the file is broken');
