const selects = document.querySelectorAll<HTMLSelectElement>('[data-theme-select]');

for (const select of selects) {
	select.value = document.documentElement.dataset.theme ?? 'auto';
	select.addEventListener('change', () => {
		document.documentElement.dataset.theme = select.value;
		window.specimen.keep('starlight-theme', select.value === 'auto' ? '' : select.value);
		for (const other of selects) other.value = select.value;
	});
}
