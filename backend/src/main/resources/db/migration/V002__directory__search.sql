-- Finding services by words: Portuguese, English and the words as they are, each with its accents and without,
-- because a stemmer fed with text that lost its accents no longer knows the Portuguese endings.

create function plain(words text) returns text
    language sql immutable strict parallel safe set search_path = directory, public
    return lower(unaccent(words));

create function search_vector(words text, weight "char") returns tsvector
    language sql immutable parallel safe set search_path = directory, public
    return setweight(
        to_tsvector('portuguese', coalesce(words, '')) || to_tsvector('portuguese', unaccent(coalesce(words, '')))
            || to_tsvector('english', coalesce(words, ''))
            || to_tsvector('simple', coalesce(words, '')) || to_tsvector('simple', unaccent(coalesce(words, ''))),
        weight);

-- What a person typed; never fails, whatever it is.
create function search_query(words text) returns tsquery
    language sql immutable strict parallel safe set search_path = directory, public
    return websearch_to_tsquery('portuguese', words) || websearch_to_tsquery('portuguese', unaccent(words))
        || websearch_to_tsquery('english', words)
        || websearch_to_tsquery('simple', words) || websearch_to_tsquery('simple', unaccent(words));

-- One row a service. `words` are its names and needs without accents, for small typing mistakes.
create table service_search (
    service_id uuid primary key references service on delete cascade,
    document tsvector not null,
    words text not null
);
create index service_search_document on service_search using gin (document);
create index service_search_words on service_search using gin (words gin_trgm_ops);

-- An object's text in all its languages.
create function all_texts(object uuid, of_field text) returns text
    language sql stable set search_path = directory, public
    return (select string_agg(t.value, ' ' order by t.language) from translation t where t.entity_id = object and t.field = of_field);

create function refresh_service_search(services uuid[]) returns void
    language sql set search_path = directory, public
as $$
    insert into service_search (service_id, document, words)
    select s.id,
           search_vector(names.t, 'A') || search_vector(others.t, 'B') || search_vector(texts.t, 'C') || search_vector(places.t, 'D'),
           plain(left(concat_ws(' ', names.t, others.t), 4000))
    from service s
    join organization o on o.id = s.organization_id
    left join program p on p.id = s.program_id
    cross join lateral (
        select concat_ws(' ', s.name, s.alternate_name, all_texts(s.id, 'name'), all_texts(s.id, 'alternate_name')) as t) names
    cross join lateral (
        select concat_ws(' ', o.name, o.alternate_name, all_texts(o.id, 'name'), p.name, (
            select string_agg(concat_ws(' ', term.name, all_texts(term.id, 'name')), ' ' order by a.ordinal)
            from attribute a join taxonomy_term term on term.id = a.taxonomy_term_id where a.link_id = s.id)) as t) others
    cross join lateral (
        select concat_ws(' ', s.description, all_texts(s.id, 'description'), s.eligibility_description,
                         all_texts(s.id, 'eligibility_description')) as t) texts
    cross join lateral (
        select concat_ws(' ',
            (select string_agg(distinct concat_ws(' ', l.name, case when l.address_visibility = 'full' then a.city end, m.name, d.name), ' ')
             from service_at_location sl join location l on l.id = sl.location_id
             left join address a on a.location_id = l.id
             left join place m on m.code = l.municipality_code
             left join place d on d.code = m.parent_code
             where sl.service_id = s.id and l.address_visibility <> 'hidden'),
            (select string_agg(distinct concat_ws(' ', area.name, m.name, d.name), ' ')
             from service_area area
             left join place m on m.code = area.place_code
             left join place d on d.code = m.parent_code
             where area.service_id = s.id)) as t) places
    where s.id = any (services)
    on conflict (service_id) do update set document = excluded.document, words = excluded.words
        where service_search.document <> excluded.document or service_search.words <> excluded.words
$$;
