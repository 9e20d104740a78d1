insert into signed_note (id, note, client, chain, document, of_rev, bytes, hash, prev_hash, signature, signer_key, signer,
                         credential, signed_at, rev, at, device, by_staff)
select :id, note.id, note.client, coalesce(note.episode, note.client), 'note', 1, :bytes, :hash,
       (
         select hash from signed_note before
         where before.chain = coalesce(note.episode, note.client)
         order by before.id desc
         limit 1
       ),
       :signature, :key, :me, '', :at, 1, :at, :me, :me
from note
where note.id = :note
