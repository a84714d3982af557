import { keepRelease } from './keep-release.ts';

for (const name of await keepRelease()) console.log(name);
