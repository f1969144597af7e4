-- What a person is typing: every word that says something has to be there, in any of the ways a document holds it, and the last
-- may be unfinished. Words of one language and of another may stand together. Words come one space apart, letters and digits only.
create function typed_query(words text) returns tsquery
    language sql stable strict parallel safe set search_path = directory, public
as $$
    select string_agg('(' || nullif(of_word::text, '') || ')', ' & ' order by place) filter (where says_something or last)::tsquery
    from (
        select place,
               place = max(place) over () as last,
               numnode(websearch_to_tsquery('portuguese', word)) > 0 and numnode(websearch_to_tsquery('english', word)) > 0 as says_something,
               search_query(word) || case when place = max(place) over ()
                   then to_tsquery('simple', word || ':*') || to_tsquery('simple', unaccent(word) || ':*') else '' end as of_word
        from unnest(string_to_array(words, ' ')) with ordinality as typed (word, place)
    ) each_word
$$;

-- Every longer word resembles one of a text: a letter missing, doubled, wrong or swapped.
create function resembles(words text, held text) returns boolean
    language sql stable strict parallel safe set search_path = directory, public
as $$
    select coalesce(bool_and(word_similarity(plain(word), held) >= 0.5), false)
    from unnest(string_to_array(words, ' ')) as typed (word)
    where length(word) > 3
$$;
