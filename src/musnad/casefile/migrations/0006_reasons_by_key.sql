-- Reasons, names of origins and what could not be seen are kept as keys and what fills their blanks, not as sentences in
-- one language. What was found before is found anew when pages are linked next.
DELETE FROM findings;
DELETE FROM claim_members;
DELETE FROM linked;
