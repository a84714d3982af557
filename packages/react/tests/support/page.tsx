import { createRef, StrictMode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { App, type AppProps } from './app.tsx';
import { FakeClient } from '../../../widgets/testing/fake-client.ts';
import { card, community } from '../../../widgets/testing/samples.ts';

/** What the tests reach on the page. */
const client = new FakeClient();
client.become('live');
client.say('community', community());
client.say('rankCard', card());
const cardRef = createRef<never>();
let root: Root | undefined;

function show(props: AppProps): void {
  // Strict mode runs every effect twice, as a page's development build does.
  const app = (
    <StrictMode>
      <App cardRef={cardRef} {...props} />
    </StrictMode>
  );
  if (root) root.render(app);
  else root = hydrateRoot(document.querySelector('main')!, app);
}

/** An API that takes requests and never answers. */
const silent = new URL('/silent', location.href).href;

Object.assign(globalThis, { page: { silent, client, card, cardRef, show, heard: [] } });
