/** What an answer holds; text that is no JSON, such as a proxy's, becomes a problem's detail. */
export async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { title: response.statusText, detail: text.slice(0, 200) };
  }
}
