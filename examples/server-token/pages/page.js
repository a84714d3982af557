// Runs before the script tag of Wee5, so that no widget asks for anything as a visitor.
async function getToken() {
  const response = await fetch('/wee5-token');
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}

void customElements.whenDefined('wee5-rank-card').then(() => Wee5.configure({ getToken }));
