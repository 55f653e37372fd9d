-- What was made of proposals, found by time without reading the rest of the journal.
create index journal_answers on journal (region, type, at)
  where type in ('ProposalAnswered', 'RelocationAnswered');
