import type { Place } from "../feeds/place.ts";
import { SEARCH_PATH } from "../feeds/search.ts";
import type { Spoken } from "./words.ts";

interface Form {
  readonly spoken: Spoken;
  readonly place: Place;
  readonly id: string;
  readonly query?: string;
}

/** Sends what is asked to the search page of the host that it was opened on. */
export function SearchForm({ spoken: { words }, id, query }: Form) {
  return (
    <search>
      <form action={SEARCH_PATH}>
        <label class="unseen" for={id}>
          {words.searchFor}
        </label>
        <input
          type="search"
          id={id}
          name="q"
          value={query ?? ""}
          maxlength={100}
          placeholder={words.searchFor}
        />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  );
}
