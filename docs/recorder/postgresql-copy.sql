-- Each line of the standard input whole, as one JSON value: neither quotes nor delimiters occur in it.
\copy recorder_lines FROM pstdin WITH (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')
