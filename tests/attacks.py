"""Texts that try to run as a template or as script wherever they are put."""

ATTACKS = (
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "{% set x = 1 %}",
    "{% oops",
    "{# gone",
    "${alert(1)}",
    "`",
    r"\x3cimg src=x onerror=alert(1)>",
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<!--",
    "]]>",
    "&lt;b&gt;&amp;",
    "\u2028\u2029",
    "a\u202egnp.exe",
    "javascript:window.pwned=1",
    'x" onmouseover="window.pwned=1',
    "{n} {name}",
)
