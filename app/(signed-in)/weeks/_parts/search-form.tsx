import Form from 'next/form';
import { longestQuery } from '@/lib/domain/review';
import { weeksPath } from '@/lib/views/paths';
import { Button } from '../../../_ui/button';

/** Looks for words in reviews; the address carries them. */
export const SearchForm = ({ q }: { q: string }) => (
  <search>
    <Form className="find" action={weeksPath()}>
      <label className="sr" htmlFor="q">
        Words in reviews
      </label>
      <input
        className="input"
        type="search"
        id="q"
        name="q"
        key={q}
        defaultValue={q}
        maxLength={longestQuery}
        placeholder="Words in reviews"
        required
      />
      <Button type="submit">Search</Button>
    </Form>
  </search>
);
