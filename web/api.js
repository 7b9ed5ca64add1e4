// Asking the server that gave this page, and nobody else.

const TOKEN = 'sayso-token';

/** The answer to a request; asks for the token when the server wants one. Throws an Error with a sentence. */
export async function ask(path, options = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const headers = {...options.headers, ...(token ? {Authorization: `Bearer ${token}`} : {})};
  let response;
  try {
    response = await fetch(path, {...options, headers});
  } catch {
    throw new Error('The server does not answer.');
  }
  if (response.status === 401) {
    const given = prompt('This server asks for its token.');
    if (!given) throw new Error('Without the token the server does not answer.');
    sessionStorage.setItem(TOKEN, given.trim());
    return ask(path, options);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ? `${problem.detail} (${problem.code})` : `The server answered ${response.status}.`);
  }
  return response;
}

export function post(path, value) {
  return ask(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(value)});
}
