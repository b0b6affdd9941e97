import { providerSignInPath } from '@/lib/views/paths';
import { Button } from '../_ui/button';
import { Note } from '../_ui/note';

type Props = {
  provider: string;
  to: string;
  refused: string | null;
  /** Whoever is signed in proves anew who they are. */
  confirms?: boolean;
};

/** A plain form: it works without a script, and the answer leads away from here. */
export function ProviderButton({ provider, to, refused, confirms = false }: Props) {
  return (
    <form method="post" action={providerSignInPath()} className="stack tight">
      {refused && (
        <Note tone="bad" box role="alert">
          <p>
            <b>{refused.slice(0, refused.indexOf('. ') + 1)}</b>
            {refused.slice(refused.indexOf('. ') + 1)}
          </p>
        </Note>
      )}
      <input type="hidden" name="callbackUrl" value={to} />
      {confirms && <input type="hidden" name="confirm" value="1" />}
      <Button type="submit" kind="primary" className="full">
        {confirms ? 'Confirm' : 'Sign in'} with {provider}
      </Button>
    </form>
  );
}
